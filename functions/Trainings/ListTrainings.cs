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

/// <summary>Trainings in a region, the next to begin first; from today on, where nothing else is asked.</summary>
public sealed class ListTrainings(TrainingLists lists, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(ListTrainings))]
    [Access(Needs.Nothing)]
    [Answers<Page<ListTrainingsResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings")] HttpRequest request)
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? RegionCode.Province;
        check.Check(divisions.Find(region) is not null, "region", "is no division of the province");
        var programme = Query.Parsed<Programme>(request, "programme", check);
        var from = Query.Parsed<Day>(request, "from", check) ?? Day.Of(time.Now());
        var to = Query.Parsed<Day>(request, "to", check);
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var wanted))
            return Answer.Refuse(refusal);

        var found = await lists.ReadAsync(region, programme, from, to, wanted);
        var page = new Page<ListTrainingsResponse>(
            [.. found.Items.Select(training => ListTrainingsResponse.Of(training, divisions))],
            found.Next
        );
        return Answer.Public(page, Cacheable);
    }
}
