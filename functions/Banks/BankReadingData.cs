using EStation.People;
using EStation.Privacy;

namespace EStation.Banks;

/// <summary>A new account is no way to a rank: the phone keeps what its person has read. The profile's export says it.</summary>
public sealed class BankReadingData(PhoneTable phones) : IPersonalData
{
    public string Name => "banksRead";

    public Task<object?> ExportAsync(Person person) =>
        Task.FromResult<object?>((person.Earlier ?? []).Where(BankReading.IsUse).Select(use => use.Limit).ToList());

    public async Task ForgetAsync(Erasure erasure)
    {
        foreach (var use in erasure.Earlier.Where(BankReading.IsUse))
            await phones.KeepAsync(erasure, use.Limit, [], use.Until);
    }
}
