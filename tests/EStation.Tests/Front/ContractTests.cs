using EStation.Service;
using EStation.Testing;

namespace EStation.Front;

public class ContractTests
{
    private static readonly string File = Path.Combine(SourceTree.Root, "web", "src", "contract.ts");

    /// <summary>Writes the file anew when it is not; the commit is yours.</summary>
    [Fact]
    public async Task Types_of_the_front_are_those_of_the_document()
    {
        var types = TypeScript.Of(OpenApi.Document()["components"]!["schemas"]!.AsObject());
        var before = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File) : "";
        if (before != types)
            await System.IO.File.WriteAllTextAsync(File, types);
        Assert.True(
            before == types,
            $"{File} was not as the API's records are. It has been written anew: run 'npm run check' in web/ and commit it."
        );
    }
}
