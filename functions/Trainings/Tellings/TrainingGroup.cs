using System.Globalization;
using EStation.Inbox;
using EStation.Trainings.Enrolments;

namespace EStation.Trainings.Tellings;

/// <summary>Those of a training whom something concerns, as things stand when they are told.</summary>
public sealed class TrainingGroup(TrainingTable trainings, EnrolmentTable enrolments) : IGroup
{
    public const string GroupName = "training";

    public string Name => GroupName;

    // Of a fixed length: a decision announces what it will weigh before it knows the numbers.
    public static string ReferenceOf(string training, string kind, Span? numbers) =>
        string.Create(CultureInfo.InvariantCulture, $"{training}|{kind}|{numbers?.First ?? 1:D10}|{numbers?.Last ?? int.MaxValue:D10}");

    /// <summary>Those of a stored set of numbers.</summary>
    public static string ReferenceOf(string training, string kind, string set) => $"{training}|{kind}|{set}";

    public async Task<IReadOnlyList<Addressee>> ListAsync(string reference)
    {
        var parts = reference.Split('|');
        if (parts is not [var id, var kind, ..] || await trainings.ReadAsync(id) is not var (training, seats))
            throw new FormatException($"'{reference}' names no group of a training.");
        var isMeant = await NumbersOfAsync(id, parts[2..]);
        return
        [
            .. (await enrolments.ReadAsync(id))
                .Where(enrolment => isMeant(enrolment.Number) && Concerns(kind, training, enrolment, seats))
                .Select(enrolment => new Addressee(enrolment.Person, IsGuest: enrolment.IsByAnother)),
        ];
    }

    private async Task<Func<int, bool>> NumbersOfAsync(string id, string[] numbers) =>
        numbers is [var first, var last]
            ? new Span(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture)).Contains
            : (await trainings.ReadConfirmedAsync(id, numbers[0])).Has;

    /// <summary>Whether a kind concerns somebody, as things stand now.</summary>
    public static bool Concerns(string kind, Training training, Enrolment enrolment, Seats seats)
    {
        var state = enrolment.StandingIn(seats).State;
        return kind switch
        {
            TrainingTellings.Cancelled => state != EnrolmentState.Cancelled,
            TrainingTellings.SignedUp => IsNewGuest(enrolment) && enrolment.CancelledAt is null,
            TrainingTellings.Moved or TrainingTellings.Changed or TrainingTellings.ToAll => !training.Cancelled
                && state != EnrolmentState.Cancelled,
            TrainingTellings.ToWaiting => !training.Cancelled && state == EnrolmentState.Waiting,
            _ => state == EnrolmentState.Confirmed,
        };
    }

    /// <summary>Another signs somebody up who has not been told of it yet.</summary>
    public static bool IsNewGuest(Enrolment enrolment) => enrolment is { IsByAnother: true, Before.Count: 0 };
}
