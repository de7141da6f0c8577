using EStation.People;

namespace EStation.Banks;

/// <summary>
/// A reader of a bank takes part in its contests without a rank. It is kept with the person as the use of a limit is, so that a start reads
/// nothing, and for the phone after an erasure.
/// </summary>
public sealed class BankReading(PersonTable people, TimeProvider time)
{
    private const string Prefix = "bank|";
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public static bool HasRead(Person person, string bank) => person.EarlierOf(Prefix + bank) is not null;

    public static bool IsUse(EarlierUse use) => use.Limit.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task RecordAsync(Person person, string bank)
    {
        if (HasRead(person, bank))
            return;
        var now = time.Now();
        var use = new EarlierUse(Prefix + bank, new Dictionary<Day, int> { [Day.Of(now)] = 1 }, now + KeptFor);
        await people.ChangeAsync(
            person.Id,
            stored => HasRead(stored, bank) ? stored : stored with { Earlier = [.. stored.Earlier ?? [], use] }
        );
    }
}
