using System.Text.RegularExpressions;
using EStation.Testing;

namespace EStation.Inbox;

/// <summary>A telling's link opens the page that it names: the front has such a page, and one that takes an id where the link has one.</summary>
public partial class LinksOfTellingsTests
{
    private const int FewestLinks = 8;

    [Fact]
    public void Every_link_leads_to_a_page_of_its_form()
    {
        var pages = Files("web/src/parts", "*.tsx").SelectMany(text => Page().Matches(text)).ToLookup(page => page.Groups["name"].Value);
        var links = Files("functions", "*Telling*.cs").SelectMany(text => Link().Matches(text)).ToList();
        Assert.True(links.Count >= FewestLinks, "The links are written otherwise now.");
        foreach (var link in links)
        {
            var page = Assert.Single(pages[link.Groups["name"].Value]);
            if (link.Groups["id"].Success)
                Assert.True(page.Value.Contains("route: [,", StringComparison.Ordinal), $"{link} opens a page that takes no id.");
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"[ {]""?(?<name>[a-z-]+)""?: (\(|page\(|mine\().*", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex(@"\$?""/(?<name>[a-z-]+)(?<id>/\{[^""]*)?""")]
    private static partial Regex Link();
}
