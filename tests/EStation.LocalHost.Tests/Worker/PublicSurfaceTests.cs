using Microsoft.Azure.Functions.Worker;

namespace EStation.Emulator;

public sealed class PublicSurfaceTests
{
    /// <summary>
    /// The list is a part of what the real packages have. What is added to it must be theirs, to the letter: compare it with the
    /// sources of azure-functions-dotnet-worker before committing the new list.
    /// </summary>
    [Fact]
    public async Task The_public_surface_is_the_committed_one()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Worker", "PublicSurface.txt");
        var committed = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        var actual = Signatures.Of(typeof(FunctionContext).Assembly).ToArray();
        // For whoever has to look at the difference.
        await File.WriteAllLinesAsync(path + ".actual", actual, TestContext.Current.CancellationToken);

        Assert.Equal(committed, actual);
    }
}
