using EStation.Notices;
using EStation.People;

namespace EStation.Today;

/// <summary>How many entries of a person's inbox are unread; 100 for more than 99.</summary>
public sealed class UnreadCount(OwnInbox inbox)
{
    public async Task<int> OfAsync(Person person) => (await inbox.ReadAsync(person, new Http.Paging(1, null))).Unread ?? 0;
}
