namespace EStation.Browsing.Others;

/// <summary>Actions of the WebDriver standard, which BiDi takes alike.</summary>
internal static class InputActions
{
    private static readonly string[] Stroke = ["keyDown", "keyUp"];

    /// <summary>One touch; px from the upper left corner of what is seen.</summary>
    public static object[] Tap(double x, double y) =>
        [
            new
            {
                type = "pointer",
                id = "finger",
                actions = new object[]
                {
                    new
                    {
                        type = "pointerMove",
                        duration = 0,
                        x = (int)x,
                        y = (int)y,
                    },
                    new { type = "pointerDown", button = 0 },
                    new { type = "pointerUp", button = 0 },
                },
            },
        ];

    public static object[] Keys(string text) =>
        [
            new
            {
                type = "key",
                id = "keys",
                actions = text.SelectMany(letter => Stroke.Select(type => new { type, value = letter.ToString() })),
            },
        ];
}
