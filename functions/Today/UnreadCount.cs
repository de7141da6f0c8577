using EStation.People;

namespace EStation.Today;

/// <summary>How many entries of a person's inbox are unread. There is no inbox yet, so there are none.</summary>
public sealed class UnreadCount
{
    private readonly Task<int> none = Task.FromResult(0);

    public Task<int> OfAsync(Person person) => none;
}
