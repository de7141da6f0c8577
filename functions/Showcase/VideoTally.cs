using EStation.Ledger;

namespace EStation.Showcase;

public sealed record VideoTally : ITotal
{
    public int Views { get; set; }

    public int Likes { get; set; }

    public int Votes { get; set; }

    public int Reports { get; set; }

    public int Scores { get; set; }

    public int ScoreSum { get; set; }

    public static VideoTally Read(BinaryData? stored) => stored?.ToObjectFromJson<VideoTally>() ?? new VideoTally();

    public BinaryData Write() => BinaryData.FromObjectAsJson(this);

    public void Add(News news)
    {
        switch (news)
        {
            case VideoViewed:
                Views++;
                break;
            case VideoLiked like:
                Likes += like.Change;
                break;
            case VideoVoted:
                Votes++;
                break;
            case VideoReported:
                Reports++;
                break;
            case VideoScored score:
                Scores += score.Scores;
                ScoreSum += score.Change;
                break;
        }
    }

    public void Merge(VideoTally other)
    {
        Views += other.Views;
        Likes += other.Likes;
        Votes += other.Votes;
        Reports += other.Reports;
        Scores += other.Scores;
        ScoreSum += other.ScoreSum;
    }
}
