using System.Text.Json.Nodes;
using EStation.Infra.Templates;
using EStation.Ledger;
using EStation.Showcase;
using EStation.Storage;

namespace EStation.Infra.Rules;

internal static class StorageRules
{
    private const string Accounts = "Microsoft.Storage/storageAccounts";

    /// <summary>Containers that the showcase uses.</summary>
    private static readonly string[] Further = ["uploads", "held", "kept", "media"];

    public static IEnumerable<string> Keys_are_off_and_nothing_is_public(Deployment deployment) =>
        [
            .. deployment
                .Of(Accounts)
                .SelectMany(account =>
                    (IEnumerable<string>)
                        [
                            .. TemplateRule.Expect(account, "kind", "StorageV2"),
                            .. TemplateRule.Expect(account, "properties.allowSharedKeyAccess", "false"),
                            .. TemplateRule.Expect(account, "properties.allowBlobPublicAccess", "false"),
                            .. TemplateRule.Expect(account, "properties.allowCrossTenantReplication", "false"),
                            .. TemplateRule.Expect(account, "properties.minimumTlsVersion", "TLS1_2", "TLS1_3"),
                            .. TemplateRule.Expect(account, "properties.supportsHttpsTrafficOnly", "true"),
                        ]
                ),
            .. deployment
                .Of($"{Accounts}/blobServices/containers")
                .SelectMany(container => TemplateRule.Expect(container, "properties.publicAccess", "None")),
        ];

    public static IEnumerable<string> Only_pages_of_the_site_upload(Deployment deployment)
    {
        var cors = Blobs(deployment)["properties"]!["cors"]?["corsRules"]?.AsArray() ?? [];
        return TemplateRule
            .Same(
                "origins",
                [deployment.Parameter("siteOrigin")],
                cors.SelectMany(rule => rule!["allowedOrigins"]!.AsArray()).Select(origin => (string)origin!)
            )
            .Concat(
                TemplateRule.Same(
                    "methods",
                    ["GET", "HEAD", "PUT"],
                    cors.SelectMany(rule => rule!["allowedMethods"]!.AsArray()).Select(method => (string)method!)
                )
            );
    }

    public static IEnumerable<string> Every_table_of_the_code_is_there_and_no_other(Deployment deployment) =>
        TemplateRule.Same(
            "tables (functions/Storage/CreateStorage.cs and infra/modules/tables.bicep)",
            [
                .. CreateStorage
                    .Tables.Append(LedgerAccounts.TableName)
                    .Distinct()
                    .Select(table => $"{deployment.MainAccount}/default/{table}"),
                .. FurtherAccounts(deployment).Select(account => $"{account}/default/{LedgerAccounts.TableName}"),
            ],
            deployment.Of($"{Accounts}/tableServices/tables").Select(table => table.Name)
        );

    public static IEnumerable<string> Every_container_of_the_code_is_there_and_no_other(Deployment deployment) =>
        TemplateRule.Same(
            "containers (functions/Storage/CreateStorage.cs and infra/modules/media.bicep)",
            CreateStorage
                .Containers.Union(Further)
                .Select(container => $"{deployment.MediaAccount}/default/{container}")
                .Append($"{deployment.HostAccount}/default/packages")
                .Append($"{deployment.BackupAccount}/default/backups"),
            deployment.Of($"{Accounts}/blobServices/containers").Select(container => container.Name)
        );

    public static IEnumerable<string> What_is_staged_goes_and_what_is_shown_cools(Deployment deployment)
    {
        var rules = deployment
            .Of($"{Accounts}/managementPolicies")
            .Single(policy => policy.Name == $"{deployment.MediaAccount}/default")
            .Properties["policy"]!["rules"]!.AsArray();
        JsonNode? Of(string prefix, string what = "baseBlob") =>
            rules
                .FirstOrDefault(rule =>
                    rule!["definition"]!["filters"]!["prefixMatch"]?.AsArray().Any(match => (string)match! == prefix) == true
                )
                ?["definition"]!["actions"]![what];
        foreach (var what in new[] { "baseBlob", "snapshot" })
        {
            if (Of("uploads/", what)?["delete"]?["daysAfterCreationGreaterThan"] is not { } days)
                yield return "what is staged is never deleted";
            else if ((int)days <= Video.MendingTakes.TotalDays)
                yield return "what is staged goes while its video can still be mended";
        }

        // What is held is wanted until it is decided on, however long that takes, and cannot be published from an archive.
        if (Of("held/") is not null)
            yield return "what waits for a reviewer must be left alone";
        if (Of("media/")?["tierToCool"] is null)
            yield return "media are never cooled";
        if (Of("media/")?["tierToArchive"] is not null || Of("media/")?["delete"] is not null)
            yield return "what the public may watch must stay readable";
        if (Of("reference/")?["delete"] is not null)
            yield return "reference/ must not be deleted by age";
    }

    private static IEnumerable<string> FurtherAccounts(Deployment deployment) =>
        deployment.AccountsOfTables.Where(name => name != deployment.MainAccount);

    private static JsonNode Blobs(Deployment deployment) =>
        deployment.Of($"{Accounts}/blobServices").Single(blobs => blobs.Name == $"{deployment.MediaAccount}/default").Node;
}
