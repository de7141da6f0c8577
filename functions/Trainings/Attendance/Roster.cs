using EStation.Identity;
using EStation.People;
using EStation.Regions;
using EStation.Trainings.Certificates;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Attendance;

public sealed class Roster(
    TrainingTable trainings,
    EnrolmentTable enrolments,
    AttendanceTable attendances,
    CertificateTable certificates,
    FeedbackTable feedbacks,
    PersonTable people,
    TrainingTickets tickets,
    Pseudonyms pseudonyms,
    Divisions divisions
)
{
    private const int AtOnce = 16;

    /// <param name="take">Selects the entries; phones are decrypted for these alone.</param>
    public async Task<T> ReadAsync<T>(
        string id,
        Language language,
        Func<IReadOnlyList<Enrolment>, Func<Enrolment, Task<RosterEntry>>, Task<T>> take
    )
    {
        var (training, seats) = (await trainings.ReadAsync(id))!.Value;
        var everybody = await enrolments.ReadAsync(id);
        var presences = (await attendances.ReadAsync(id)).ToLookup(presence => presence.Person);
        var numbers = await certificates.ReadNumbersAsync(id);
        var ratings = await feedbacks.ReadAsync(id);
        return await take(
            everybody,
            async enrolment =>
            {
                var person = await people.FindAsync(enrolment.Person);
                var (standing, attended, feedback) = (
                    enrolment.StandingIn(seats),
                    presences[enrolment.Person].ToList(),
                    ratings.GetValueOrDefault(enrolment.Person)
                );
                return new RosterEntry(
                    pseudonyms.Of(enrolment.Person, id),
                    enrolment.Number,
                    enrolment.Name,
                    person?.Phone.Digits,
                    enrolment.Village,
                    NameOf(enrolment.Village, language),
                    standing.State,
                    standing.Position,
                    enrolment.At,
                    [.. attended.Select(presence => presence.Session)],
                    training.HoursOf(attended),
                    numbers.GetValueOrDefault(enrolment.Person),
                    feedback?.Rating,
                    feedback?.Comment,
                    standing.State == EnrolmentState.Cancelled ? null : tickets.Seal(enrolment),
                    AnswersOf(training, enrolment, language)
                );
            }
        );
    }

    public Task<IReadOnlyList<RosterEntry>> ReadAllAsync(string id, Language language) =>
        ReadAsync<IReadOnlyList<RosterEntry>>(
            id,
            language,
            async (everybody, entryOf) =>
            {
                var entries = new RosterEntry[everybody.Count];
                await Parallel.ForEachAsync(
                    Enumerable.Range(0, everybody.Count),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                    async (at, _) => entries[at] = await entryOf(everybody[at])
                );
                return entries;
            }
        );

    private static IReadOnlyList<RosterAnswer> AnswersOf(Training training, Enrolment enrolment, Language language) =>
        [
            .. (training.Taught.Questions ?? [])
                .Where(question => enrolment.Answers.ContainsKey(question.Id))
                .Select(question => new RosterAnswer(
                    question.Id,
                    question.Text,
                    question.InWords(enrolment.Answers[question.Id], language)
                )),
        ];

    private string NameOf(RegionCode? village, Language language) =>
        string.Concat(
            (village?.Upwards ?? []).Reverse().Skip(1).Select(region => divisions.Find(region)?.Name.In(language) ?? region.Value)
        );
}
