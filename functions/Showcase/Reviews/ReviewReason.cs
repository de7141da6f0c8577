namespace EStation.Showcase.Reviews;

/// <summary>Why a film is rejected, returned, taken down or reported.</summary>
public enum ReviewReason
{
    Unscientific,
    Unsafe,
    Advertising,
    Privacy,
    Copyright,
    Quality,
    Other,
}

public static class ReviewReasons
{
    /// <summary>As the owner reads it.</summary>
    public static Text WordsOf(ReviewReason reason) =>
        reason switch
        {
            ReviewReason.Unscientific => new("内容不科学", "내용이 과학적이지 못함", En: "not scientifically sound"),
            ReviewReason.Unsafe => new("做法有危险", "위험한 방법", En: "unsafe"),
            ReviewReason.Advertising => new("含有广告", "광고가 들어있음", En: "advertising"),
            ReviewReason.Privacy => new("涉及他人隐私", "다른 사람의 사생활", En: "privacy of others"),
            ReviewReason.Copyright => new("用了别人的作品", "다른 사람의 작품을 리용", En: "copyright of others"),
            ReviewReason.Quality => new("画面或声音不清楚", "화면이나 소리가 똑똑하지 않음", En: "picture or sound are not clear"),
            _ => new("其他原因", "기타", En: "another reason"),
        };
}
