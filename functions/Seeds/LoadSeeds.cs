using System.Text.Json;
using EStation.Banks;
using EStation.Contests;
using EStation.Http;
using EStation.Showcase.Campaigns;
using EStation.Stations;
using EStation.Storage;
using Microsoft.Extensions.Logging;

namespace EStation.Seeds;

/// <summary>Loads seeds into storage without contests or campaigns. Several hosts may do so at once, as the data is the same.</summary>
public sealed class LoadSeeds(
    SeedsOptions options,
    ContestTable contests,
    BankTable banks,
    StationTable stations,
    CampaignTable campaigns,
    TimeProvider time,
    ILogger<LoadSeeds> logger
) : IPrepare
{
    private const int Version = 1;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (options.Path is null)
            return;
        if ((await contests.ListAsync()).Count == 0)
            await LoadContestAsync(options.Path);
        if ((await campaigns.ListAsync()).Count == 0)
            await campaigns.AddAsync(Read<Campaign>("campaign.json"));
    }

    private async Task LoadContestAsync(string path)
    {
        // Without news: the seeds hold no totals.
        await Task.WhenAll(Read<IReadOnlyList<Station>>("stations.json").Select(station => stations.AddAsync(station)));
        var rules = Read<Contest>("contest.json") with { Version = Version };
        var questions = Directory
            .EnumerateFiles(Path.Combine(path, "question-bank"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read<BankFile>(file).Questions);
        var bank = new QuestionBank(rules.QuestionBank, Version, [.. questions]);
        var hash = Fingerprint.Of(JsonSerializer.SerializeToUtf8Bytes(bank, Json.AllLanguages), 8);
        await banks.ImportAsync(BankSummary.Of(bank.Id, rules.Title.Zh, rules.Region, hash, bank.Questions, time.Now()), bank.Questions);
        await contests.PublishAsync(new PublishedContest(rules, bank));
        await contests.ListAsync(); // so that the first farmer does not wait for it
        logger.LogInformation("Loaded the seeds: contest {Contest} with {Questions} questions", rules.Id, bank.Questions.Count);
    }

    private T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(options.Path!, file)), Json.AllLanguages)
        ?? throw new InvalidDataException($"The seed {file} is empty.");

    private sealed record BankFile(IReadOnlyList<Question> Questions);
}
