using System.Globalization;
using EStation.Infra.Templates;

namespace EStation.Infra.Rules;

internal static class RetentionRules
{
    private static readonly string[] Policies = ["deleteRetentionPolicy", "containerDeleteRetentionPolicy"];

    /// <summary>The privacy notice states it; the sum of all that keeps a deleted film.</summary>
    private const int MostDaysOfAFilm = 7;

    public static IEnumerable<string> A_deleted_film_can_be_had_again_for_a_week_at_most(Deployment deployment)
    {
        var blobs = BlobsOf(deployment, deployment.MediaAccount);
        // The version that a deletion leaves has no end of its own, and begins the second period when it is deleted.
        if (blobs["properties.isVersioningEnabled"] == "true")
            yield return "versions outlive what was deleted";
        if (blobs["properties.restorePolicy.enabled"] == "true")
            yield return "a restore policy needs versions, and brings erased films back";
        var days = Policies.Select(policy => int.Parse(blobs[$"properties.{policy}.days"] ?? "0", CultureInfo.InvariantCulture)).ToList();
        if (days.Max() > MostDaysOfAFilm)
            yield return $"a deleted film can be had again for {days.Max()} days";
        if (days.Min() < 1)
            yield return "a film that was deleted by mistake is lost at once";
    }

    public static IEnumerable<string> The_host_keeps_no_versions_of_its_locks(Deployment deployment) =>
        TemplateRule.Expect(BlobsOf(deployment, deployment.HostAccount), "properties.isVersioningEnabled", "false");

    public static IEnumerable<string> Backups_end_by_themselves_and_leave_nothing(Deployment deployment)
    {
        var blobs = BlobsOf(deployment, deployment.BackupAccount);
        var rule = deployment
            .Of("Microsoft.Storage/storageAccounts/managementPolicies")
            .SingleOrDefault(policy => policy.Name == $"{deployment.BackupAccount}/default")
            ?.Properties["policy"]!["rules"]![0]!["definition"]!;
        return
        [
            .. TemplateRule.Expect(blobs, "properties.deleteRetentionPolicy.enabled", "false"),
            .. TemplateRule.Expect(blobs, "properties.isVersioningEnabled", "false"),
            .. (int?)rule?["actions"]!["baseBlob"]!["delete"]!["daysAfterCreationGreaterThan"] is >= 7 and <= 30
            && (string?)rule["filters"]!["prefixMatch"]![0] == "backups/"
                ? Array.Empty<string>()
                : ["backups are not deleted by age"],
        ];
    }

    private static Resource BlobsOf(Deployment deployment, string account) =>
        deployment.Of("Microsoft.Storage/storageAccounts/blobServices").Single(blobs => blobs.Name == $"{account}/default");
}
