using System.Runtime.CompilerServices;

namespace EStation.LocalHost;

/// <summary>A path cut at its slashes without allocating. Segments past the last one kept count as one more.</summary>
internal readonly ref struct PathSegments
{
    public const int Kept = 16;

    private readonly ReadOnlySpan<char> _path;
    private readonly Ends _ends;

    public PathSegments(ReadOnlySpan<char> path)
    {
        _path = path.StartsWith("/") ? path[1..] : path;
        // A slash at the end opens no segment.
        if (_path.EndsWith("/"))
            _path = _path[..^1];
        if (_path.IsEmpty)
            return;

        for (var start = 0; Count < Kept; )
        {
            var length = _path[start..].IndexOf('/');
            _ends[Count++] = length < 0 ? _path.Length : start + length;
            if (length < 0)
                return;
            start += length + 1;
        }

        Count++;
    }

    public int Count { get; }

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1] + 1;
            return _path[start.._ends[index]];
        }
    }

    [InlineArray(Kept)]
    private struct Ends
    {
        private int _first;
    }
}
