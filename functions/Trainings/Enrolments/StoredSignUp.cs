using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Trainings.Notices;

namespace EStation.Trainings.Enrolments;

/// <summary>What is stored of those who are to be signed up, and what signing up the others would write.</summary>
/// <param name="Rows">The sign-up of each applicant as it was read; null where there was none.</param>
/// <param name="Household">The row of those whom the caller has signed up beside oneself, as it was read.</param>
/// <param name="Members">Those of them who are still in.</param>
public sealed record StoredSignUp(
    Application Application,
    IReadOnlyList<TableEntity?> Rows,
    TableEntity? Household,
    IReadOnlyList<string> Members
)
{
    private readonly IReadOnlyList<Enrolment?> enrolments = [.. Rows.Select(row => row is null ? null : TrainingRows.EnrolmentOf(row))];

    /// <summary>The places among the applicants of those who are not in.</summary>
    public IReadOnlyList<int> Absent => [.. Enumerable.Range(0, Rows.Count).Where(at => enrolments[at] is not { CancelledAt: null })];

    /// <summary>Request by request one could take all the seats.</summary>
    public static readonly Refusal TooMany = Refusal.Invalid(
        "people",
        $"must be {SignUpRequest.MostOfHousehold} at most, with those of the household who are signed up"
    );

    /// <summary>Whether somebody has withdrawn and come again too often.</summary>
    public bool IsUsedUp(int at) => enrolments[at] is { } cancelled && cancelled.Before.Count >= Enrolment.MostRounds;

    /// <summary>Everybody's, when nobody is absent.</summary>
    public IEnumerable<Enrolment> Enrolments => enrolments.Select(enrolment => enrolment!);

    /// <summary>Request by request one could take all the seats: those of a household are counted together.</summary>
    public bool AreTooMany => Application.IsForOthers && Together().Count > SignUpRequest.MostOfHousehold;

    public static StoredSignUp Nobody(Application application) =>
        new(application, new TableEntity?[application.Applicants.Count], null, []);

    /// <summary>Signs up those who are absent, with the next numbers: all of them or nobody.</summary>
    /// <param name="notice">The key of the notice for those whom another signs up.</param>
    public Decision<Result<SignedUp>> SignUp(string notice)
    {
        var training = Application.Training;
        var heaviest = EntryOf(EnrolFrom(1), notice);
        return new(
            TrainingKeys.Seats(training.Id),
            heaviest.Claims,
            heaviest.Weight,
            state =>
            {
                var seats = TrainingRows.SeatsOf(state!);
                if (TrainingRules.SignUp(training, seats, Absent.Count, Application.At).Refused(out var refusal, out var after))
                    return new(refusal);
                var everybody = EnrolFrom(seats.Given + 1);
                var signedUp = SignedUp.Of(Application, everybody, after, isNew: true);
                return new(signedUp, EntryOf(everybody, notice), TrainingRows.Of(training.Id, after));
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

    private Entry EntryOf(Enrolment[] everybody, string notice)
    {
        var made = Absent.Select(at => everybody[at]).ToList();
        var changes = Absent.Select(at => TrainingRows.Write(TrainingRows.Of(everybody[at]), Rows[at])).ToList();
        if (Application.IsForOthers && made.Exists(enrolment => enrolment.Person != Application.By))
            changes.Add(TrainingRows.Write(TrainingRows.HouseholdOf(Application.Training.Id, Application.By, Together()), Household));
        if (made.Exists(Notice.IsNewGuest))
        {
            var numbers = new Span(made[0].Number, made[^1].Number);
            var told = new Notice(notice, NoticeKind.SignedUp, Application.At, numbers);
            changes.Add(TrainingRows.Write(TrainingRows.Of(Application.Training.Id, told), null));
        }

        var news = made.Select(enrolment => new TrainingSignedUp(
            enrolment.Venue,
            enrolment.Audience,
            Day.Of(Application.At),
            Application.Training.Id
        ));
        return new Entry(changes, news);
    }

    private IReadOnlyCollection<string> Together() =>
        [.. Members.Union(Absent.Select(at => Application.Applicants[at].Person.Id)).Where(person => person != Application.By)];
}
