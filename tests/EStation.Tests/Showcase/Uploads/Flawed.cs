using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Showcase.Uploads;

/// <summary>Something that may be uploaded and is not right, and what is said of it.</summary>
internal sealed record Flawed(string What, string Part, string Reason, byte[]? Film, byte[]? Poster, string ContentType = "video/mp4")
{
    public static readonly IReadOnlyList<Flawed> All =
    [
        new("nothing at all", "video", "is not there", null, null),
        new("HTML named .mp4", "video", "is no MP4", Filled("<html><script>alert(1)</script>"u8), Clip.Poster),
        new(
            "a truncated film",
            "video",
            "is an MP4 file that is cut off",
            Filled(Clip.Field.AsSpan(0, Clip.Field.Length - 1000)),
            Clip.Poster
        ),
        new("HEVC", "video", "is HEVC", Clip.Read("hevc.mp4"), Clip.Poster) { Announced = Clip.Read("hevc.mp4").Length },
        new("4 minutes for 3", "video", "is 240 s long; 180 s are allowed", Clip.Read("long.mp4"), Clip.Poster)
        {
            Announced = Clip.Read("long.mp4").Length,
        },
        new("a fragmented film", "video", "is a fragmented MP4", Clip.Read("fragmented.mp4"), Clip.Poster)
        {
            Announced = Clip.Read("fragmented.mp4").Length,
        },
        new(
            "more than announced",
            "video",
            $"has {Clip.Field.Length + 8} bytes; {Clip.Field.Length} were announced",
            [.. Clip.Field, .. new byte[8]],
            Clip.Poster
        ),
        new("less than announced", "video", $"has {Clip.Field.Length - 1000} bytes", Clip.Field[..^1000], Clip.Poster),
        new("another content type", "video", "has the content type 'text/html'", Clip.Field, Clip.Poster, "text/html"),
        new("no poster", "poster", "is not there", Clip.Field, null),
        new("HTML as poster", "poster", "is no JPEG", Clip.Field, [.. "<html>"u8]),
        new("half a poster", "poster", "is no JPEG", Clip.Field, Clip.Poster[..(Clip.Poster.Length / 2)]),
        new("a large poster", "poster", "is larger", Clip.Field, new byte[100_001]),
    ];

    public int Announced { get; private init; } = Clip.Field.Length;

    public async Task UploadAsync(JsonNode opened)
    {
        if (Film is not null)
            await Filmmaker.UploadAsync(opened["upload"]!["url"]!, Film, ContentType);
        if (Poster is not null)
            await Filmmaker.UploadAsync(opened["poster"]!["url"]!, Poster, "image/jpeg");
    }

    private static byte[] Filled(ReadOnlySpan<byte> start)
    {
        var file = new byte[Clip.Field.Length];
        start.CopyTo(file);
        return file;
    }
}
