using EStation.People;
using EStation.Privacy;

namespace EStation.Banks;

/// <summary>Erasure keeps for the phone that it has read a bank, as limits are kept: a new account is no way to a rank.</summary>
public sealed class BankReaderData(BankReaders readers, PhoneTable phones, TimeProvider time) : IPersonalData
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public string Name => "banksRead";

    public async Task<object?> ExportAsync(Person person) => await readers.OfAsync(person.Id);

    public async Task ForgetAsync(Erasure erasure)
    {
        var read = (await readers.OfAsync(erasure.Person)).Select(BankReaders.UseOf);
        var before = erasure.Earlier.Select(earlier => earlier.Limit).Where(BankReaders.IsUse);
        foreach (var use in read.Union(before))
            await phones.KeepAsync(erasure, use, [Day.Of(erasure.At)], time.Now() + KeptFor);
    }
}
