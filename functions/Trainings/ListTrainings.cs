using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Trainings.Enrolments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public sealed record ListTrainingsResponse(
    string Id,
    Programme Programme,
    Text ProgrammeName,
    TrainingKind Kind,
    Text Title,
    RegionCode Village,
    IReadOnlyList<Text> PlaceNames,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    DateTimeOffset SignUpOpensAt,
    DateTimeOffset SignUpClosesAt,
    Eligibility? Eligibility,
    int Hours,
    int Capacity,
    int Confirmed,
    int Waiting
)
{
    public static ListTrainingsResponse Of(ListedTraining training, Divisions divisions) =>
        new(
            training.Id,
            training.Programme,
            training.Programme.Name,
            training.Kind,
            training.Title,
            training.Village,
            divisions.NamesDownTo(training.Village),
            training.StartsAt,
            training.EndsAt,
            training.SignUpOpensAt,
            training.SignUpClosesAt,
            training.Eligibility,
            training.Hours,
            training.Capacity,
            training.Confirmed,
            training.Waiting
        );
}

/// <param name="Region">Where they are: as asked, or wider where nothing is near.</param>
public sealed record TrainingsPage(IReadOnlyList<ListTrainingsResponse> Items, string? Next, RegionCode Region, Text RegionName);

/// <summary>Trainings in a region, or near a place; the next to begin first, and from today on, where nothing else is asked.</summary>
public sealed class ListTrainings(TrainingLists lists, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(ListTrainings))]
    [Access(Needs.Nothing)]
    [Answers<TrainingsPage>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings")] HttpRequest request)
    {
        var check = new Validation();
        var near = RegionValidation.Division(request, "near", divisions, check);
        var asked = RegionValidation.Division(request, "region", divisions, check);
        var region = asked ?? near ?? RegionCode.Province;
        var programme = Query.Parsed<Programme>(request, "programme", check);
        var from = Query.Parsed<Day>(request, "from", check) ?? Day.Of(time.Now());
        var to = Query.Parsed<Day>(request, "to", check);
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var wanted))
            return Answer.Refuse(refusal);

        var found = await lists.ReadAsync(region, programme, from, to, wanted);
        // Only a first page looks further: the next ones ask for the region that it names.
        while (asked is null && found.Items.Count == 0 && wanted.After is null && region.Parent is { } wider)
            found = await lists.ReadAsync(region = wider, programme, from, to, wanted);
        var page = new TrainingsPage(
            [.. found.Items.Select(training => ListTrainingsResponse.Of(training, divisions))],
            found.Next,
            region,
            divisions.Find(region)!.Name
        );
        return Answer.Public(page, Cacheable);
    }
}
