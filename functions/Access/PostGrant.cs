using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

public sealed record PostGrantRequest(
    [property: As<Phone>] string? Phone,
    [property: As<Role>] string? Role,
    [property: As<RegionCode>] string? Region,
    DateTimeOffset? Until = null
)
{
    public Result<(Phone Phone, Role Role, RegionCode Region)> Parse(Divisions divisions, DateTimeOffset now)
    {
        var check = new Validation();
        var phone = check.Parsed<Phone>("phone", Phone, "is no mainland mobile number");
        var role = check.OneOf<Role>("role", Role);
        var region = check.Division("region", Region, divisions);
        if (Until is not null)
            check.Check(check.Instant("until", Until) > now, "until", "must lie ahead");
        return check.Or(() => (phone, role, region));
    }
}

/// <summary>Gives a role to whoever has a phone. The same again changes nothing.</summary>
public sealed class PostGrant(
    GrantTable grants,
    Givers givers,
    TellingOfRoles telling,
    Pseudonyms pseudonyms,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(PostGrant))]
    [Access(Role.Administrator)]
    [Takes<PostGrantRequest>]
    [Answers<GrantResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/grants")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await Body.ReadAsync<PostGrantRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions, time.Now()).Refused(out refusal, out var given))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync(given.Region, given.Phone.Masked) is { } outside)
            return Answer.Refuse(outside);

        var grant = new Grant(
            grants.IdOf(given.Phone, given.Role, given.Region),
            given.Phone,
            given.Role,
            given.Region,
            caller.Id,
            time.Now(),
            body.Until
        )
        {
            Line = await givers.AboveAsync(caller.Person) is { } above ? [.. above] : null,
        };
        var before = await grants.AddAsync(grant);
        await telling.GivenAsync(before ?? grant); // also at a repetition: the first time it may not have come to that
        await caller.RecordAsync(given.Region, $"{given.Role} {grant.Id}");
        return before is null ? Answer.Created(GrantResponse.Of(grant, pseudonyms)) : Answer.Ok(GrantResponse.Of(before, pseudonyms));
    }
}
