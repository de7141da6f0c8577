using System.Text;
using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

public sealed class GetCalendar(TrainingTable trainings, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetCalendar))]
    [Access(Needs.Nothing)]
    [AnswersFile("text/calendar")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/trainings/{id}/calendar")] HttpRequest request,
        string id
    )
    {
        if (await trainings.FindAsync(id) is not { } training)
            return Answer.Refuse(Refusal.NotFound);
        var language = RequestLanguage.Wanted(request) ?? Language.Zh;
        var place = string.Concat(divisions.NamesDownTo(training.Village).Select(name => name.In(language)));
        var file = Answer.File(
            Encoding.UTF8.GetBytes(CalendarFile.Of(training, place, language, time.Now())),
            "text/calendar; charset=utf-8",
            $"{id}.ics"
        );
        return Answer.Cached(file, $"{id}|{training.Version}|{training.Cancelled}", Cacheable);
    }
}
