using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public sealed class GetTraining(TrainingTable trainings, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(5);

    [Function(nameof(GetTraining))]
    [Access(Needs.Nothing)]
    [Answers<TrainingResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}")] HttpRequest request,
        string id
    )
    {
        if (await trainings.ReadAsync(id) is not var (training, seats))
            return Answer.Refuse(Refusal.NotFound);
        var response = TrainingResponse.Of(training, seats, divisions, time.Now());
        return Answer.Public(response, $"{id}|{training.Version}|{response.State}|{response.Confirmed}|{response.Waiting}", Cacheable);
    }
}
