using EStation.Messages;
using EStation.People;
using EStation.Regions;
using EStation.Trainings.Enrolments;
using Microsoft.Extensions.Logging;

namespace EStation.Trainings.Notices;

/// <summary>
/// Tells people what the ledger has kept for them, in the order of their sign-up. How far that has come is kept with the notice, which goes
/// when everybody has been told: whoever dies before leaves it to the next, who sends a few again, under the same ids, by which the outlet
/// knows them. Whom the outlet does not take is tried again, for a day; nobody else is told again for that.
/// </summary>
public sealed class SeatNotices(
    NoticeTable notices,
    EnrolmentTable enrolments,
    PersonTable people,
    PhoneTable phones,
    Divisions divisions,
    IMessages messages,
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
                await notices.DropAsync(one); // a later one says more
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
        // Another instance may have noted whom it has missed.
        if (!await notices.TryDeleteAsync(stored))
            throw Rival(training);
    }

    // A failure, so that the training's mark stays for those whom the other instance has missed.
    private static UnavailableException Rival(Training training) =>
        new($"Another instance sends the same notice of training {training.Id}.");

    /// <returns>False when the outlet did not take it, and may later.</returns>
    private async Task<bool> TellAsync(Notice notice, Training training, Enrolment enrolment)
    {
        if (await people.FindAsync(enrolment.Person) is not { } person)
            return true; // erased since: nothing leads to the phone any more
        var owner = enrolment.IsByAnother ? await OwnerOfAsync(person.Phone) : person;
        if (owner is { Preferences.Messages.Trainings: false })
            return true;
        if (enrolment.IsByAnother && (owner is { Preferences.SignedUpByOthers: false } || !await TakeMessageAsync(person.Phone)))
            return true;
        var language = (owner ?? person).Profile.Language;
        var text = NoticeText.Of(notice.Kind, training, language, await DetailOfAsync(notice.Kind, training, enrolment, language));
        try
        {
            await messages.SendAsync(new Message(person.Phone, text, notice.At) { Id = $"{training.Id}-{notice.Key}-{person.Id}" });
            return true;
        }
        catch (UnavailableException away)
        {
            // A number that is none, or a gateway that fails for it: the others must not wait for it.
            logger.LogWarning(away, "Person {Person} was not told of {Notice} of training {Training}", person.Id, notice.Kind, training.Id);
            if (enrolment.IsByAnother)
                await phones.DecideAsync(person.Phone, use => (use.GiveBackMessage(), true));
            return away is MessageRefusedException;
        }
    }

    /// <summary>Who has signed in with a phone, or null.</summary>
    private async Task<Person?> OwnerOfAsync(Phone phone) =>
        await phones.ReadAsync(phone) is { IsTaken: true, Person: { } id } ? await people.FindFreshAsync(id) : null;

    private Task<bool> TakeMessageAsync(Phone phone)
    {
        var now = time.Now();
        return phones.DecideAsync(phone, use => use.TakeMessage(now));
    }

    // The name masked: it is the caller's own to choose, and would be a way to write to strangers.
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
