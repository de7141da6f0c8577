using System.Diagnostics;
using EStation.LocalHost;

namespace EStation.Testing;

/// <summary>A file on its way into storage by the official client for JavaScript, which knows nothing of us.</summary>
internal sealed class PhoneUpload : IDisposable
{
    public const int BlockBytes = 4 * 1024 * 1024;

    private readonly string path = Path.GetTempFileName();

    public PhoneUpload(byte[] file) => File.WriteAllBytes(path, file);

    /// <summary>Puts blocks from one on to before another, where a signed URL says; and commits all, once they are there.</summary>
    public async Task PutBlocksAsync(string url, int from, int to, bool commit = false)
    {
        var folder = Path.Combine(SourceTree.Root, "tests", "EStation.Tests", "Showcase", "upload");
        await NpmInstallation.EnsureAsync(folder, "the client for JavaScript that a test uploads with,", CancellationToken.None);
        string[] arguments = ["upload.mjs", url, path, $"{BlockBytes}", $"{from}", $"{to}", commit ? "commit" : ""];
        using var node = AzuriteInstallation.Start(
            new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardError = true }
        );
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);
    }

    public void Dispose() => File.Delete(path);
}
