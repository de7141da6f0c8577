using Azure.Data.Tables;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Trainings.Tellings;

namespace EStation.Trainings.Enrolments;

/// <param name="Rows">The stored sign-up of each applicant; null where there was none.</param>
/// <param name="Household">The stored row of the people whom the caller has signed up.</param>
/// <param name="Members">The active ones among them.</param>
public sealed record StoredSignUp(
    Application Application,
    IReadOnlyList<TableEntity?> Rows,
    TableEntity? Household,
    IReadOnlyList<string> Members
)
{
    private readonly IReadOnlyList<Enrolment?> enrolments = [.. Rows.Select(row => row is null ? null : TrainingRows.EnrolmentOf(row))];

    public IReadOnlyList<int> Absent => [.. Enumerable.Range(0, Rows.Count).Where(at => enrolments[at] is not { CancelledAt: null })];

    public static readonly Refusal TooMany = Refusal.Invalid(
        "people",
        $"must be {SignUpRequest.MostOfHousehold} at most, with those of the household who are signed up"
    );

    public bool IsUsedUp(int at) => enrolments[at] is { } cancelled && cancelled.Before.Count >= Enrolment.MostRounds;

    public IEnumerable<Enrolment> Enrolments => enrolments.Select(enrolment => enrolment!);

    /// <summary>The limit counts the whole household: else a caller could take all seats with many requests.</summary>
    public bool AreTooMany => Application.IsForOthers && Together().Count > SignUpRequest.MostOfHousehold;

    public static StoredSignUp Nobody(Application application) =>
        new(application, new TableEntity?[application.Applicants.Count], null, []);

    /// <summary>Signs up those who are absent, with the next numbers: all of them or nobody.</summary>
    /// <param name="key">The id of the telling for those whom another signs up.</param>
    public Decision<Result<SignedUp>> SignUp(string key)
    {
        var training = Application.Training;
        var entitlements = Absent.Select(at => Application.Applicants[at].Entitlement).ToList();
        var heaviest = EntryOf(
            EnrolFrom(1),
            key,
            training.HasExpired(Application.At) ? Confirmations.OfMany(training, key + "-confirmed", Application.At) : []
        );
        return new(
            TrainingKeys.Seats(training.Id),
            heaviest.Claims,
            heaviest.Weight,
            state =>
            {
                var seats = TrainingRows.SeatsOf(state!);
                if (TrainingRules.SignUp(Application, seats, entitlements).Refused(out var refusal, out var after))
                    return new(refusal);
                var confirmed = Confirmations.Of(training, seats, after, key + "-confirmed", Application.At);
                var everybody = EnrolFrom(seats.Given + 1);
                var signedUp = SignedUp.Of(Application, everybody, after, isNew: true);
                return new(signedUp, EntryOf(everybody, key, confirmed), TrainingRows.Of(training.Id, after));
            }
        );
    }

    private Enrolment[] EnrolFrom(int first)
    {
        var everybody = enrolments.ToArray();
        foreach (var (i, at) in Absent.Index())
            everybody[at] = Application.Enrol(Application.Applicants[at], enrolments[at], first + i);
        return [.. everybody.Select(enrolment => enrolment!)];
    }

    private Entry EntryOf(Enrolment[] everybody, string key, IReadOnlyList<TableTransactionAction> confirmed)
    {
        var made = Absent.Select(at => everybody[at]).ToList();
        var changes = Absent.Select(at => TrainingRows.Write(TrainingRows.Of(everybody[at]), Rows[at])).ToList();
        if (Application.IsForOthers && made.Exists(enrolment => enrolment.Person != Application.By))
            changes.Add(TrainingRows.Write(TrainingRows.HouseholdOf(Application.Training.Id, Application.By, Together()), Household));
        changes.AddRange(confirmed);
        List<News> news = confirmed.Count > 0 ? [new TellingStored()] : [];
        if (made.Exists(TrainingGroup.IsNewGuest))
        {
            var numbers = new Span(made[0].Number, made[^1].Number);
            var telling = TrainingTellings.To(Application.Training, TrainingTellings.SignedUp, numbers, key, Application.At);
            changes.Add(TellingTable.Add(Application.Training.Village.County, telling.With("detail", Application.SignedBy)));
            news.Add(new TellingStored());
        }

        news.AddRange(
            made.Select(enrolment => new TrainingSignedUp(
                enrolment.Venue,
                enrolment.Audience,
                Day.Of(Application.At),
                Application.Training.Id
            ))
        );
        return new Entry(changes, news);
    }

    private IReadOnlyCollection<string> Together() =>
        [.. Members.Union(Absent.Select(at => Application.Applicants[at].Person.Id)).Where(person => person != Application.By)];
}
