using EStation.Inbox;
using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

/// <summary>Those whom a notice is for, as far as they are kept in one county's ledger.</summary>
public sealed class NoticeGroup(NoticeTable notices, Residents residents, TimeProvider time) : IGroup
{
    public const string GroupName = "notice";

    public string Name => GroupName;

    public async Task<IReadOnlyList<Addressee>> ListAsync(string reference)
    {
        var (now, parts) = (time.Now(), reference.Split('|'));
        if (await notices.FindAsync(parts[0]) is not { Notice: { State: NoticeState.Sent } notice } || notice.Until <= now)
            return [];
        var people = await residents.ReadAsync(
            RegionCode.Parse(parts[1]),
            resident => notice.Places.Any(place => place.Contains(resident.Village)) && notice.Placed.IsFor(resident, now)
        );
        return [.. people.Select(one => new Addressee(one.Person))];
    }
}
