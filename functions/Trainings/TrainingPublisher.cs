using EStation.Ledger;

namespace EStation.Trainings;

/// <summary>After something happened to trainings: lists them as they are now, and tells people what is kept for them.</summary>
internal sealed class TrainingPublisher(TrainingTable trainings, TrainingLists lists, Notices notices) : IPublisher
{
    private const int AtOnce = 4;

    public bool Takes(DirtyMark mark) => TrainingCells.Parse(mark.Document) is not null;

    public Task PublishAsync(IReadOnlyCollection<DirtyMark> marks) =>
        Parallel.ForEachAsync(marks, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (mark, _) =>
        {
            var id = TrainingCells.Parse(mark.Document)!;
            await ListAsync(id);
            if (await trainings.ReadAsync(id) is var (training, places))
                await notices.SendAsync(training, places);
        });

    /// <summary>Puts the lists right. It is repeated until nothing has changed meanwhile, so that an older state never stays on top of a newer one.</summary>
    public async Task ListAsync(string id)
    {
        int? listed = null;
        while (await trainings.ReadAsync(id) is var (training, places) && training.Version != listed)
        {
            await lists.PublishAsync(training, places);
            listed = training.Version;
        }
    }
}
