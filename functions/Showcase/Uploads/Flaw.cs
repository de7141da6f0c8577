namespace EStation.Showcase.Uploads;

/// <summary>What can be wrong with what was uploaded. Each can be mended, and the video submitted again.</summary>
public static class Flaw
{
    public static readonly Refusal NoVideo = Video(
        "is not there: upload it first",
        "还没有上传视频。",
        "동영상이 아직 업로드되지 않았습니다."
    );
    public static readonly Refusal NotBlocks = Video("must be a block blob", "视频须分块上传。", "동영상은 블록으로 업로드해야 합니다.");
    public static readonly Refusal NotMp4 = Video("is no MP4 file", "文件不是 MP4 视频。", "MP4 동영상이 아닙니다.");
    public static readonly Refusal Truncated = Video(
        "is an MP4 file that is cut off or damaged",
        "MP4 文件不完整或已损坏。",
        "MP4 파일이 불완전하거나 손상되였습니다."
    );
    public static readonly Refusal Fragmented = Video(
        "is a fragmented MP4 file; save it as a plain one",
        "请把视频保存为普通（非分段）MP4 文件。",
        "일반(비분할) MP4 파일로 저장하세요."
    );
    public static readonly Refusal NoPicture = Video("has no picture", "文件中没有视频画面。", "화면이 없는 파일입니다.");
    public static readonly Refusal Hevc = Video(
        "is HEVC (H.265), which many phones cannot play; record as H.264",
        "视频为 HEVC（H.265）编码，许多手机无法播放，请用 H.264 录制。",
        "HEVC(H.265) 동영상은 많은 휴대전화에서 재생되지 않습니다. H.264로 촬영하세요."
    );
    public static readonly Refusal TenBit = Video(
        "is H.264 with 10 bits, which many phones cannot play; record with 8 bits (HDR off)",
        "视频为 10 位（HDR）H.264 编码，许多手机无法播放，请关闭 HDR 后录制。",
        "10비트(HDR) H.264 동영상은 많은 휴대전화에서 재생되지 않습니다. HDR을 끄고 촬영하세요."
    );
    public static readonly Refusal Amr = Video(
        "has AMR sound, which browsers cannot play; save it with AAC sound",
        "视频的声音为 AMR 编码，浏览器无法播放，请用 AAC 声音保存。",
        "동영상의 소리가 AMR이여서 열람기에서 재생되지 않습니다. AAC 소리로 저장하세요."
    );
    public static readonly Refusal TooLarge = Video("has more than 1080 lines", "画面超过 1080p。", "화면이 1080p를 넘습니다.");
    public static readonly Refusal Changing = Video(
        "is being overwritten; submit it when the upload has ended",
        "文件正在被修改，请上传完成后再提交。",
        "파일이 수정되는 중입니다. 업로드가 끝난 뒤 제출하세요."
    );
    public static readonly Refusal NoPoster = Poster(
        "is not there: upload it first",
        "还没有上传封面图。",
        "표지 그림이 아직 업로드되지 않았습니다."
    );
    public static readonly Refusal PosterTooLarge = Poster("is larger than 100 kB", "封面图超过 100 kB。", "표지 그림이 100kB를 넘습니다.");
    public static readonly Refusal PosterNoImage = Poster(
        "is no JPEG or WebP image",
        "封面图不是 JPEG 或 WebP 图片。",
        "표지 그림이 JPEG나 WebP가 아닙니다."
    );

    public static Refusal OtherSize(long size, long announced) =>
        Video(
            $"has {size} bytes; {announced} were announced",
            $"文件大小为 {size} 字节，与申报的 {announced} 字节不符。",
            $"파일 크기가 {size}바이트로, 신고한 {announced}바이트와 다릅니다."
        );

    public static Refusal OtherType(string type) =>
        Video(
            $"has the content type '{type}'; video/mp4 was announced",
            "文件的内容类型与申报的 video/mp4 不符。",
            "파일의 콘텐츠 유형이 신고한 video/mp4와 다릅니다."
        );

    public static Refusal OtherCodec(string codec) =>
        Video($"is coded as '{codec}'; it must be H.264", "视频编码须为 H.264。", "동영상은 H.264로 인코딩되여야 합니다.");

    public static Refusal TooLong(int seconds, int most) =>
        Video(
            $"is {seconds} s long; {most} s are allowed",
            $"视频时长 {seconds} 秒，超过 {most} 秒的上限。",
            $"동영상 길이가 {seconds}초로, 한도 {most}초를 넘습니다."
        );

    public static Refusal TooManyBytes(long most) =>
        Video($"has more than {most} bytes", $"视频超过 {most} 字节。", $"동영상이 {most}바이트를 넘습니다.");

    private static Refusal Video(string reason, string zh, string ko) =>
        Refusal.Invalid("video", reason) with
        {
            Says = new(zh, ko, En: $"The video {reason}."),
        };

    private static Refusal Poster(string reason, string zh, string ko) =>
        Refusal.Invalid("poster", reason) with
        {
            Says = new(zh, ko, En: $"The poster {reason}."),
        };
}
