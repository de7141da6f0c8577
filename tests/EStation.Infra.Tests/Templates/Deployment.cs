using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EStation.Infra.Templates;

/// <summary>The resources that a parameter file would have made. What only the cloud knows is still an expression in brackets.</summary>
internal sealed partial class Deployment(string file, string parameters, JsonNode snapshot, JsonNode app)
{
    public string Text { get; } = snapshot.ToJsonString();

    public IReadOnlyList<Resource> Resources { get; } =
    [.. snapshot["predictedResources"]!.AsArray().Select(resource => new Resource(resource!))];

    public bool Production => Parameter("alertsEnabled") == "true";

    public bool China => file.StartsWith("china", StringComparison.Ordinal);

    public bool BehindFrontDoor => Of("Microsoft.Cdn/profiles").Any();

    public bool Private => Parameter("privateNetwork") == "true";

    /// <summary>The template of the app as the compiler makes it: with what depends on what.</summary>
    public JsonNode AppTemplate => app;

    public bool Flex => Parameter("plan") == "flex";

    public string MainAccount => $"st{Parameter("name")}";

    public string MediaAccount => $"sm{Parameter("name")}";

    public string HostAccount => $"sh{Parameter("name")}";

    public string BackupAccount => $"sb{Parameter("name")}";

    /// <summary>The main account, and those of ledgers.</summary>
    public IEnumerable<string> AccountsOfTables =>
        Of("Microsoft.Storage/storageAccounts")
            .Select(account => account.Name)
            .Where(name => name.StartsWith(MainAccount, StringComparison.Ordinal));

    public Resource Site => Of("Microsoft.Web/sites").Single();

    public IReadOnlyDictionary<string, string> Settings =>
        Of("Microsoft.Web/sites/config")
            .Single(config => config.Name.EndsWith("/appsettings", StringComparison.Ordinal))
            .Properties.AsObject()
            .ToDictionary(setting => setting.Key, setting => (string)setting.Value!);

    public IEnumerable<Resource> Of(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>A simple value in the parameter file.</summary>
    public string Parameter(string name)
    {
        var value = Assignment().Matches(parameters).FirstOrDefault(match => match.Groups["name"].Value == name)?.Groups["value"].Value;
        Assert.True(value is not null, $"The parameter file does not set {name}.");
        return value!.Trim('\'');
    }

    [GeneratedRegex("^param (?<name>\\w+) = (?<value>'[^']*'|\\w+)\\r?$", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}

internal sealed class Resource(JsonNode node)
{
    public string Type { get; } = (string)node["type"]!;

    public string Name { get; } = (string)node["name"]!;

    public string Id { get; } = (string)node["id"]!;

    /// <summary>The last part of the name.</summary>
    public string Leaf => Name.Split('/')[^1];

    public string? Location => (string?)node["location"];

    public JsonNode Properties => node["properties"]!;

    public JsonNode Node => node;

    /// <summary>A value by its path, as text; null when it is not there.</summary>
    public string? this[string path] => path.Split('.').Aggregate((JsonNode?)node, (at, step) => at?[step])?.ToString();
}
