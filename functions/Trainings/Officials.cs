using EStation.Access;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;

namespace EStation.Trainings;

/// <summary>Who acts for a place: its officials, and the administrators above them. Whoever tries and may not is in the audit.</summary>
public sealed class Officials(Callers callers, Roles roles, TrainingTable trainings)
{
    /// <param name="region">Null when the place is not known yet: somebody who acts for any will do.</param>
    public async Task<bool> IncludesAsync(Person person, RegionCode? region) =>
        await roles.MayAsync(person, Role.Official, region) || await roles.MayAsync(person, Role.Administrator, region);

    /// <summary>Somebody who acts for a place, whichever; 401 or 403 else.</summary>
    public async Task<Result<Person>> RequireAsync(HttpRequest request, string action, string subject = "")
    {
        if ((await callers.FindAsync(request)).Refused(out var refusal, out var person))
            return refusal;
        return await RefuseAsync(person, null, action, subject) is { } no ? no : person;
    }

    /// <summary>The training and the official of its place who is asking; 401, 403 or 404 else.</summary>
    public async Task<Result<Matter>> OfAsync(HttpRequest request, string id, string action)
    {
        if ((await RequireAsync(request, action, id)).Refused(out var refusal, out var person))
            return refusal;
        if (await trainings.FindAsync(id) is not { } training)
            return Refusal.NotFound;
        return await RefuseAsync(person, training.Village, action, id) is { } no ? no : new Matter(person, training);
    }

    /// <summary>Null for an official of the place; else the refusal, which is recorded.</summary>
    public async Task<Refusal?> RefuseAsync(Person person, RegionCode? region, string action, string subject) =>
        await IncludesAsync(person, region) ? null : await callers.RefuseAsync(person, Role.Official, region, action, subject);

    /// <summary>Records that the role was used, or that personal data is about to be read.</summary>
    /// <param name="matter">Who, and of which training.</param>
    /// <param name="action">The function's name.</param>
    /// <param name="what">What of the training; never a name.</param>
    public Task RecordAsync(Matter matter, string action, string what = "") =>
        callers.RecordAsync(matter.Official, action, matter.Training.Village, $"{matter.Training.Id} {what}".TrimEnd());
}

/// <summary>An official, and the training at a place of theirs that it is about.</summary>
public sealed record Matter(Person Official, Training Training);
