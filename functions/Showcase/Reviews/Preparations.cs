namespace EStation.Showcase.Reviews;

/// <summary>A film that cannot be prepared goes back to its owner like one that a reviewer returns.</summary>
public static class Preparations
{
    /// <summary>No person: nobody is kept from reviewing what follows.</summary>
    private const string Machine = "films";

    public static FilmReview ReviewOf(Video video, string flaw, DateTimeOffset now)
    {
        var isLast = video.Reviews.Count >= Video.MostReviews - 1;
        return new FilmReview(
            video.Film!.Number,
            video.Film.SubmittedAt,
            Machine,
            isLast ? FilmDecision.Reject : FilmDecision.Return,
            WordsOf(flaw).In(video.Language),
            Scientific: true,
            now
        )
        {
            Reason = ReviewReason.Quality,
        };
    }

    private static Text WordsOf(string flaw) =>
        flaw switch
        {
            "noPicture" => new(
                "文件里没有能播放的画面，请换一个视频。",
                "재생할수 있는 화면이 없습니다. 다른 동영상으로 바꾸어 주십시오.",
                En: "The file has no picture that can be played."
            ),
            "tooLong" => new(
                "视频太长，请剪短后再提交。",
                "동영상이 너무 깁니다. 짧게 잘라 다시 제출해 주십시오.",
                En: "The film is too long."
            ),
            "tooHeavy" => new(
                "视频处理不了，请用手机重新保存后再提交。",
                "동영상을 처리하지 못했습니다. 휴대전화에서 다시 보관하여 제출해 주십시오.",
                En: "The film takes too much to prepare. Save it again and submit it."
            ),
            _ => new(
                "视频文件不完整或已损坏，请重新上传。",
                "동영상 파일이 불완전하거나 손상되였습니다. 다시 올려 주십시오.",
                En: "The file is cut off or damaged. Upload it again."
            ),
        };
}
