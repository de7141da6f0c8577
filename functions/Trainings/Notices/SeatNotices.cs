using EStation.Trainings.Enrolments;
using EStation.People;
using EStation.Regions;
using Microsoft.Extensions.Logging;

namespace EStation.Trainings.Notices;

/// <summary>Sends pending notices in the order of sign-up and stores the progress in the notice. After a crash the next run repeats a few
/// messages under the same ids, which the outlet recognises. Refused messages are retried for a day.</summary>
public sealed class SeatNotices(
    NoticeTable notices,
    EnrolmentTable enrolments,
    PersonTable people,
    PhoneTable phones,
    Divisions divisions,
    PhoneMessages phoneMessages,
    TimeProvider time,
    ILogger<SeatNotices> logger
)
{
    private const int AtOnce = 16;

    public async Task SendAsync(Training training, Seats seats)
    {
        var stored = await notices.ReadAsync(training.Id);
        if (stored.Count == 0)
            return;
        var everybody = await enrolments.ReadAsync(training.Id);
        var lastMove = stored.LastOrDefault(one => one.Notice.Kind == NoticeKind.Moved);
        foreach (var one in stored)
        {
            if (one.Notice.Kind == NoticeKind.Moved && (training.Cancelled || one != lastMove))
                await notices.DropAsync(one); // a later notice replaces it
            else
                await SendAsync(one, training, [.. everybody.Where(enrolment => one.Notice.IsFor(enrolment, seats))]);
        }
    }

    private async Task SendAsync(StoredNotice stored, Training training, IReadOnlyList<Enrolment> those)
    {
        var notice = stored.Notice;
        var late = time.Now() >= notice.At + Notice.Patience;
        var lost = 0;
        foreach (var some in those.Chunk(AtOnce))
        {
            var told = await Task.WhenAll(some.Select(enrolment => TellAsync(notice, training, enrolment)));
            var missed = some.Where((_, at) => !told[at]).ToList();
            if (missed.Count == some.Length && !late)
                throw new UnavailableException($"The outlet takes nothing of training {training.Id}.");
            lost += late ? missed.Count : 0;
            notice = notice.After(some, late ? [] : missed);
            if (some[^1] == those[^1] && notice.Missed is [])
                break;
            stored = await notices.TryReplaceAsync(stored, notice) ?? throw Rival(training); // the outlet knows the ids
            if (notice.Missed.Count > Notice.MostMissed)
                throw new UnavailableException($"The outlet takes little of training {training.Id}.");
        }

        if (notice.Missed.Count > 0 && !late)
            throw new UnavailableException($"The outlet did not take {notice.Missed.Count} messages of training {training.Id}.");
        if (lost > 0)
            logger.LogError("{People} could not be told of {Notice} of training {Training}", lost, notice.Kind, training.Id);
        // Another instance may have stored missed people.
        if (!await notices.TryDeleteAsync(stored))
            throw Rival(training);
    }

    // An exception keeps the training's mark for the people that the other instance has missed.
    private static UnavailableException Rival(Training training) =>
        new($"Another instance sends the same notice of training {training.Id}.");

    /// <returns>False when the outlet refused it and may accept it later.</returns>
    private async Task<bool> TellAsync(Notice notice, Training training, Enrolment enrolment)
    {
        if (await people.FindAsync(enrolment.Person) is not { } person)
            return true; // erased since: the phone is unknown
        var owner = enrolment.IsByAnother ? await OwnerOfAsync(person.Phone) : person;
        if (owner is { Preferences.Messages.Trainings: false })
            return true;
        if (enrolment.IsByAnother && owner is { Preferences.SignedUpByOthers: false })
            return true;
        var language = (owner ?? person).Profile.Language;
        var detail = await DetailOfAsync(notice.Kind, training, enrolment, language);
        var message = TrainingMessages.Of(notice.Kind, training, person.Phone, language, detail, notice.At);
        var cause = enrolment.IsByAnother ? CausedBy.Others : CausedBy.Owner;
        var sent = await phoneMessages.SendAsync(message with { Id = $"{training.Id}-{notice.Key}-{person.Id}" }, cause);
        if (sent == PhoneMessage.Later)
            logger.LogWarning("Person {Person} was not told of {Notice} of training {Training}", person.Id, notice.Kind, training.Id);
        return sent != PhoneMessage.Later;
    }

    private async Task<Person?> OwnerOfAsync(Phone phone) =>
        await phones.ReadAsync(phone) is { IsTaken: true, Person: { } id } ? await people.FindFreshAsync(id) : null;

    // The name is masked: the caller chooses it, and could use it to write to strangers.
    private async Task<string> DetailOfAsync(NoticeKind kind, Training training, Enrolment enrolment, Language language) =>
        kind switch
        {
            NoticeKind.Moved => string.Concat(divisions.NamesDownTo(training.Village).TakeLast(2).Select(name => name.In(language))),
            NoticeKind.SignedUp when enrolment.Vouched => new Text("村里的工作人员", "촌 사업일군", En: "An official").In(language),
            NoticeKind.SignedUp when await people.FindAsync(enrolment.By) is { } by => $"{by.MaskedName}（{by.Phone.Masked}）",
            NoticeKind.SignedUp => Masked.Name(null),
            _ => "",
        };
}
