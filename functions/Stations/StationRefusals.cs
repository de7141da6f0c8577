namespace EStation.Stations;

/// <summary>Refusals of stations.</summary>
public static class StationRefusals
{
    public static readonly Refusal Exists = new(
        409,
        "station.exists",
        new("该村已有同名的站点。", "이 촌에 같은 이름의 e역이 이미 있습니다.", En: "The village already has a station with this name.")
    );
    public static readonly Refusal ReviewsUsedUp = new(
        409,
        "station.reviews-used-up",
        new(
            "该站点未通过的次数太多，请以新名称重新申报。",
            "이 e역은 너무 여러번 통과하지 못했습니다. 다른 이름으로 새로 신청하세요.",
            En: "The station was rejected too often. Apply under another name."
        )
    );
    public static readonly Refusal ReviewOtherPerson = new(
        409,
        "review.other-person",
        new(
            "县级和市级审核须由不同的人完成。",
            "현급과 주급 심사는 서로 다른 사람이 해야 합니다.",
            En: "The second review must be made by another person than the first."
        )
    );
}
