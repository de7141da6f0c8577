using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed record PublicistRequest(string? Name, [property: As<Phone>] string? Phone)
{
    private const int LongestName = 40;

    public Result<Publicist> Parse(RegionCode village, DateTimeOffset now)
    {
        var check = new Validation();
        var name = check.Line("name", Name, LongestName);
        var phone = check.Parsed<Phone>("phone", Phone, "is no mainland mobile number");
        return check.Or(() => new Publicist(village, name, phone, now));
    }
}

/// <param name="Name">In full: only officials of the village read it.</param>
public sealed record PublicistResponse(RegionCode Village, string Name, string Phone, DateTimeOffset Since)
{
    public static PublicistResponse Of(Publicist publicist) =>
        new(publicist.Village, publicist.Name, publicist.Phone.Masked, publicist.Since);
}

public sealed class PutPublicist(PublicistTable publicists, Divisions divisions, TimeProvider time)
{
    [Function(nameof(PutPublicist))]
    [Access(Role.Official, Region = RegionOf.Path)]
    [Takes<PublicistRequest>]
    [Answers<PublicistResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/villages/{code}/publicist")] HttpRequest request,
        string code,
        CancellationToken cancellation
    )
    {
        if (!RegionCode.TryParse(code, null, out var village) || village.Level != RegionLevel.Village || divisions.Find(village) is null)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<PublicistRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(village, time.Now()).Refused(out refusal, out var publicist))
            return Answer.Refuse(refusal);

        var present = await publicists.FindAsync(village);
        if (present is null || present with { Since = publicist.Since } != publicist)
            await publicists.ReplaceAsync(present = publicist);
        await request.Caller().RecordAsync(village);
        return Answer.Ok(PublicistResponse.Of(present));
    }
}
