using System.Runtime.CompilerServices;

namespace EStation.LocalHost;

/// <summary>Splits a path at its slashes without allocation. Segments beyond the limit count as one.</summary>
internal readonly ref struct PathSegments
{
    public const int Kept = 16;

    private readonly ReadOnlySpan<char> path;
    private readonly Ends ends;

    public PathSegments(ReadOnlySpan<char> path)
    {
        this.path = path.StartsWith("/") ? path[1..] : path;
        // A trailing slash opens no segment.
        if (this.path.EndsWith("/"))
            this.path = this.path[..^1];
        if (this.path.IsEmpty)
            return;

        for (var start = 0; Count < Kept; )
        {
            var length = this.path[start..].IndexOf('/');
            ends[Count++] = length < 0 ? this.path.Length : start + length;
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
            var start = index == 0 ? 0 : ends[index - 1] + 1;
            return path[start..this.ends[index]];
        }
    }

    [InlineArray(Kept)]
    private struct Ends
    {
        private int first;
    }
}
