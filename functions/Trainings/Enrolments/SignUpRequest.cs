using EStation.Http;
using EStation.People;

namespace EStation.Trainings;

public sealed record SignUpPerson(string? Phone, string? Name);

/// <summary>Oneself, with others of the household; or, from an official, villagers.</summary>
public sealed record SignUpRequest(IReadOnlyList<SignUpPerson?>? People)
{
    public const int MostOfHousehold = 4;
    public const int MostVillagers = 50;
    private const int LongestName = 40;

    public Result<IReadOnlyList<(Phone Phone, string Name)>> Parse(int most)
    {
        var check = new Validation();
        var people = (People ?? [])
            .Select(
                (person, at) =>
                    (
                        check.Parsed<Phone>($"people[{at}].phone", person?.Phone, "is no mainland mobile number"),
                        check.Text($"people[{at}].name", person?.Name, LongestName)
                    )
            )
            .ToList();
        check.Check(people.Count <= most, "people", $"must be {most} at most");
        check.Check(people.DistinctBy(person => person.Item1).Count() == people.Count, "people", "has the same phone twice");
        return check.Or<IReadOnlyList<(Phone, string)>>(() => people);
    }
}
