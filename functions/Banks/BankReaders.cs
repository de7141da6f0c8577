using Azure.Data.Tables;
using EStation.People;
using EStation.Storage;

namespace EStation.Banks;

/// <summary>Who has read or imported a bank, in the partition <c>reader</c> of <c>QuestionBanks</c>: few, cached for a minute.</summary>
[PersonalColumn("QuestionBanks", "reader", "RowKey", Personal.Id, ExportedAs = "banksRead", WhenErased = WhenErased.LeadsNowhere)]
public sealed class BankReaders
{
    private const string Partition = "reader";
    private const string Prefix = "reader|";
    private const string UsePrefix = "bank|";

    private readonly StorageAccounts accounts;
    private readonly Cached<IReadOnlySet<string>> all;

    public BankReaders(StorageAccounts accounts, TimeProvider time)
    {
        this.accounts = accounts;
        all = new Cached<IReadOnlySet<string>>(ReadAllAsync, time);
    }

    private TableClient Table => accounts.Table("QuestionBanks");

    /// <summary>The limit under which an erasure keeps it for the phone.</summary>
    public static string UseOf(string bank) => UsePrefix + bank;

    public static bool IsUse(string limit) => limit.StartsWith(UsePrefix, StringComparison.Ordinal);

    public async Task AddAsync(string bank, string person)
    {
        await Table.UpsertEntityAsync(new TableEntity(Partition, KeyOf(bank, person)), TableUpdateMode.Replace);
        all.Forget();
    }

    /// <summary>Also before an erasure of the same phone.</summary>
    public async Task<bool> HasReadAsync(string bank, Person person) =>
        person.EarlierOf(UseOf(bank)) is not null || (await all.GetAsync()).Contains(KeyOf(bank, person.Id));

    /// <summary>The banks that a person has read.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string person) =>
        [.. (await ReadAllAsync()).Where(key => key.EndsWith('|' + person)).Select(key => key.Split('|')[1])];

    private async Task<IReadOnlySet<string>> ReadAllAsync() =>
        await Table
            .QueryAsync<TableEntity>(KeyRange.Partition(Partition), select: ["RowKey"])
            .Select(row => row.RowKey)
            .ToHashSetAsync(StringComparer.Ordinal);

    private static string KeyOf(string bank, string person) => $"{Prefix}{bank}|{person}";
}
