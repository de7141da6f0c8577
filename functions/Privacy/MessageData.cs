using EStation.Messages;
using EStation.People;

namespace EStation.Privacy;

/// <summary>Only the outlet for developers keeps messages.</summary>
public sealed class MessageData(LocalMessages local) : IPersonalData
{
    public string Name => "messages";

    public async Task<object?> ExportAsync(Person person) => await local.ReadAsync(person.Phone);

    public Task ForgetAsync(Erasure erasure) => erasure.Phone is { } phone ? local.ForgetAsync(phone) : Task.CompletedTask;
}
