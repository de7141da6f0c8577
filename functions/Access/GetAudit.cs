using EStation.Http;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <param name="Name">Masked; null when the person has none or was erased.</param>
public sealed record AuditResponse(
    DateTimeOffset At,
    string Person,
    string? Name,
    string Action,
    RegionCode Region,
    string Subject,
    bool Allowed,
    int Count
);

/// <summary>Lists audit entries, newest first. The audit records this read too.</summary>
public sealed class GetAudit(AuditTable audit, PersonTable people, TimeProvider time)
{
    private const int UsualDays = 30;
    private const int MostDays = 366;

    [Function(nameof(GetAudit))]
    [Access(Role.Administrator, Region = RegionOf.Query)]
    [Answers<Page<AuditResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit")] HttpRequest request)
    {
        var caller = request.Caller();
        var check = new Validation();
        var to = Query.Parsed<Day>(request, "to", check) ?? Day.Of(time.Now());
        var from = Query.Parsed<Day>(request, "from", check) ?? new Day(to.Date.AddDays(-UsualDays));
        check.Check(
            from.Date <= to.Date && to.Date.DayNumber - from.Date.DayNumber <= MostDays,
            "from",
            $"must be at most {MostDays} days before 'to'"
        );
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var found = await audit.ReadAsync(caller.Region, from, to, page.After, page.Limit + 1);
        await caller.RecordAsync(caller.Region, $"{from}..{to}");
        var names = new Dictionary<string, string?>();
        foreach (var person in found.Select(entry => entry.Entry.Person).Distinct())
            names[person] = await people.FindAsync(person) is { Profile.Name: not null } known ? known.MaskedName : null;
        var next = found.Count > page.Limit ? Paging.CursorOf(found[page.Limit - 1].Key) : null;
        return Answer.Ok(new Page<AuditResponse>([.. found.Take(page.Limit).Select(one => ResponseOf(one.Entry, names))], next));
    }

    private static AuditResponse ResponseOf(AuditEntry entry, Dictionary<string, string?> names) =>
        new(entry.At, entry.Person, names[entry.Person], entry.Action, entry.Region, entry.Subject, entry.Allowed, entry.Count);
}
