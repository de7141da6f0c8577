using System.Text.Json;
using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Notices;

/// <summary>Sends a notice to places and an audience, or asks how many people that would reach.</summary>
public sealed class PostNotice(
    NoticeTable notices,
    SenderTable senders,
    Previews previews,
    Placing placing,
    ReachTable table,
    Divisions divisions,
    TimeProvider time
)
{
    private const int ContentBytes = 8;

    private sealed record Decided(SentNotice? Notice, bool IsNew);

    [Function(nameof(PostNotice))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<NoticeRequest>]
    [Answers<NoticeSentResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var (caller, now) = (request.Caller(), time.Now());
        if ((await Body.ReadAsync<NoticeRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        foreach (var place in (body.Places ?? []).Distinct().Take(NoticeRules.MostPlaces))
        {
            if (RegionCode.TryParse(place, null, out var region) && await caller.RefuseAsync(region, place) is { } outside)
                return Answer.Refuse(outside);
        }

        if (body.Parse(divisions, caller.Id, now).Refused(out refusal, out var notice))
            return Answer.Refuse(refusal);
        var reach = new Reach(table, Day.Of(now).Date.Year);
        return body.Preview == true ? await PreviewAsync(caller, notice, reach) : await SendAsync(caller, notice, reach);
    }

    private async Task<IResult> PreviewAsync(Caller caller, Notice notice, Reach reach)
    {
        var asked = new Preview(notice.At, notice.Places, notice.Audience, IsAnchor: true);
        if (await previews.AskAsync(caller.Id, asked, reach) is not { } reaches)
            return Answer.Refuse(NoticeRefusals.PreviewsUsedUp with { RetryAfter = TimeSpan.FromHours(1) });
        await caller.RecordAsync(notice.Scope, SubjectOf(notice));
        return Answer.Ok(new NoticeSentResponse(null, null, reaches));
    }

    private async Task<IResult> SendAsync(Caller caller, Notice notice, Reach reach)
    {
        var day = Day.Of(notice.At);
        var content = ContentOf(notice);
        var known = (await senders.FindDayAsync(caller.Id, day)).Notices.FirstOrDefault(sent => sent.Content == content);
        var reaches = known?.Reaches ?? await reach.CountAsync(notice.Places, notice.Audience);
        if (reaches < NoticeRules.FewestPeople)
        {
            // It tells as much as a preview, and counts as one.
            var asked = new Preview(notice.At, notice.Places, notice.Audience, IsAnchor: true);
            var isAllowed = await previews.AskAsync(caller.Id, asked, reach) is not null;
            await caller.RecordAsync(notice.Scope, SubjectOf(notice));
            return Answer.Refuse(
                isAllowed ? NoticeRefusals.TooFew : NoticeRefusals.PreviewsUsedUp with { RetryAfter = TimeSpan.FromHours(1) }
            );
        }

        // The number that is shown of a notice is an answer like that to a preview.
        var question = new Preview(notice.At, notice.Places, notice.Audience, IsAnchor: true, IsSent: true);
        if ((known?.Shows ?? await previews.AskAsync(caller.Id, question, reach)) is not { } shows)
            return Answer.Refuse(NoticeRefusals.UsedUp with { RetryAfter = day.End - notice.At });
        var decided = await senders.DecideAsync(caller.Id, day, before => Decide(before, notice, content, reaches, shows));
        if (decided.Notice is not { } sent)
            return Answer.Refuse(NoticeRefusals.UsedUp with { RetryAfter = day.End - notice.At });
        await notices.OpenAsync(sent.Id);
        var stored = await notices.AddAsync(
            notice with
            {
                Id = sent.Id,
                At = sent.At,
                Reaches = sent.Reaches,
                Shows = sent.Shows,
                State = sent.IsWaiting ? NoticeState.Waiting : NoticeState.Sent,
            }
        );
        await placing.RunAsync(stored.Id);
        await caller.RecordAsync(stored.Scope, $"{stored.Id} {stored.State}");
        return decided.IsNew ? Answer.Created(NoticeSentResponse.Of(stored)) : Answer.Ok(NoticeSentResponse.Of(stored));
    }

    private static (SenderDay After, Decided Answer) Decide(SenderDay before, Notice notice, string content, int reaches, int shows)
    {
        if (before.Notices.FirstOrDefault(sent => sent.Content == content) is { } known)
            return (before, new Decided(known, IsNew: false));
        if (before.Notices.Count >= NoticeRules.MostNoticesADay)
            return (before, new Decided(null, IsNew: false));
        var sent = new SentNotice(
            content,
            NoticeTable.IdOf(notice.Scope, notice.At, content),
            notice.At,
            notice.Channel,
            reaches,
            NoticeRules.NeedsApproval(before, notice.Channel, reaches),
            shows
        );
        return (new SenderDay([.. before.Notices, sent]), new Decided(sent, IsNew: true));
    }

    private static string ContentOf(Notice notice) =>
        Fingerprint.Of(JsonSerializer.Serialize(notice with { At = default, Id = "" }, Json.AllLanguages), ContentBytes);

    private static string SubjectOf(Notice notice) =>
        $"{string.Join(',', notice.Places.Take(10))} {JsonSerializer.Serialize(notice.Audience)}";
}
