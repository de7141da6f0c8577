using EStation.Audit;
using EStation.Identity;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;

namespace EStation.Trainings;

/// <summary>Who acts for a place: its officials, and the administrators above them. Whoever tries and may not is in the audit.</summary>
internal sealed class Officials(Callers callers, Roles roles, AuditTable audit, TrainingTable trainings, TimeProvider time)
{
    public bool Includes(Person person, RegionCode village) =>
        roles.May(person, Role.Official, village) || roles.May(person, Role.Administrator, village);

    /// <summary>The training and the official of its place who is asking; 401, 403 or 404 else.</summary>
    public async Task<Result<Matter>> OfAsync(HttpRequest request, string id, string action)
    {
        if ((await callers.FindAsync(request)).Refused(out var refusal, out var person))
            return refusal;
        if (await trainings.FindAsync(id) is not { } training)
            return Refusal.NotFound;
        return await AdmitAsync(person, training.Village, id, action) is { } no ? no : new Matter(person, training);
    }

    /// <summary>Null for an official of the place; else the refusal, audited.</summary>
    public async Task<Refusal?> AdmitAsync(Person person, RegionCode village, string subject, string action)
    {
        if (Includes(person, village))
            return null;
        await audit.WriteAsync(new AuditEntry(time.Now(), person.Id, action, village, subject, Allowed: false));
        return Refusal.RoleMissing;
    }

    /// <summary>Personal data is about to be read.</summary>
    public Task RecordAsync(Matter matter, string action) =>
        audit.WriteAsync(new AuditEntry(time.Now(), matter.Official.Id, action, matter.Training.Village, matter.Training.Id, Allowed: true));
}

/// <summary>An official, and the training at a place of theirs that it is about.</summary>
internal sealed record Matter(Person Official, Training Training);
