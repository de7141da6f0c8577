namespace EStation.Films;

public class RecipeTests
{
    private const string Phone = """
        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:video':
          Duration: 00:03:04.50, start: 0.000000, bitrate: 2070 kb/s
          Stream #0:0[0x1](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67), 1920x1080, 8000 kb/s
          Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 64 kb/s
        """;

    [Fact]
    public void A_phones_film_is_understood()
    {
        var film = Inspection.Parse(Phone)!;
        Assert.Equal((1920, 1080, true), (film.Width, film.Height, film.HasSound));
        Assert.Equal(184.5, film.Duration.TotalSeconds);
        Assert.Null(Inspection.Parse("video: Invalid data found when processing input"));
    }

    [Theory]
    [InlineData(1920, 1080, "240 480 720")]
    [InlineData(1080, 1920, "240 480 720")]
    [InlineData(640, 480, "240 480")]
    [InlineData(176, 144, "240")]
    public void Nothing_is_made_larger_than_it_was(int width, int height, string heights) =>
        Assert.Equal(heights, string.Join(' ', Recipe.HeightsFor(new Inspection(TimeSpan.FromSeconds(3), width, height, HasSound: true))));

    [Fact]
    public void Each_input_is_a_local_film_and_nothing_else()
    {
        var film = new Inspection(TimeSpan.FromSeconds(3), 640, 480, HasSound: true);
        foreach (
            var arguments in new[]
            {
                Recipe.Inspect("video"),
                Recipe.Render("video", film),
                Recipe.Frame("240.mp4", TimeSpan.Zero, "a.jpg", 5),
            }
        )
        {
            var line = string.Join(' ', arguments);
            Assert.Contains("-protocol_whitelist file -f mov -codec_whitelist", line, StringComparison.Ordinal);
            Assert.Equal(1, arguments.Count(argument => argument == "-i"));
        }
    }
}
