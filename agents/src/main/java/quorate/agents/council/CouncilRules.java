package quorate.agents.council;

import quorate.domain.settings.Settings;

/// When a council is quorate. Shares are of voting weight, 0…1.
///
/// @param quorum least share of all members' weight that must have a view, 0…1; default 0.5: half
///   the house
/// @param quorumMembers least number of members that must have a view, at least 1; default 1: the
///   share above rules
/// @param agreement least share of the voters' weight on the winning side, above 0 and up to 1;
///   default 0.6: two of three agree, one of two does not
/// @param confidence least weighted mean confidence of the winning side, 0…1; default 0.5: rather
///   sure than guessing
/// @param flat what a stance without a side counts for; default [FlatStance#SIDE]
/// @param flatBand a direction no stronger than this is flat, 0 up to below 1; default 0.05: less
///   than a twentieth of a full stance is noise, yet would count in full towards agreement
public record CouncilRules(
    double quorum,
    int quorumMembers,
    double agreement,
    double confidence,
    FlatStance flat,
    double flatBand) {
  public CouncilRules {
    requireShare("quorum", quorum);
    requireShare("agreement", agreement);
    requireShare("confidence", confidence);
    if (quorumMembers < 1) {
      throw new IllegalArgumentException(
          "quorum_members must be at least 1, but was " + quorumMembers);
    }
    if (agreement == 0) {
      throw new IllegalArgumentException("agreement must be above 0, but was 0");
    }
    if (!(flatBand >= 0 && flatBand < 1)) {
      throw new IllegalArgumentException(
          "flat_band must be from 0 to below 1, but was " + flatBand);
    }
  }

  public static CouncilRules defaults() {
    return new CouncilRules(0.5, 1, 0.6, 0.5, FlatStance.SIDE, 0.05);
  }

  /// Reads the keys `quorum`, `quorum_members`, `agreement`, `confidence`, `flat` and `flat_band`;
  /// others in the section are left to the caller.
  ///
  /// @throws quorate.domain.settings.SettingsException when one breaks its rule
  public static CouncilRules from(Settings council) {
    CouncilRules otherwise = defaults();
    return new CouncilRules(
        council.number("quorum", otherwise.quorum, 0, 1),
        council.wholeNumber("quorum_members", otherwise.quorumMembers, 1, 1000),
        council.number("agreement", otherwise.agreement, 0.01, 1),
        council.number("confidence", otherwise.confidence, 0, 1),
        council.choice("flat", FlatStance.class, otherwise.flat),
        council.number("flat_band", otherwise.flatBand, 0, 0.99));
  }

  public CouncilRules quorum(double share) {
    return new CouncilRules(share, quorumMembers, agreement, confidence, flat, flatBand);
  }

  public CouncilRules quorumMembers(int members) {
    return new CouncilRules(quorum, members, agreement, confidence, flat, flatBand);
  }

  public CouncilRules agreement(double share) {
    return new CouncilRules(quorum, quorumMembers, share, confidence, flat, flatBand);
  }

  public CouncilRules confidence(double least) {
    return new CouncilRules(quorum, quorumMembers, agreement, least, flat, flatBand);
  }

  public CouncilRules flat(FlatStance counts) {
    return new CouncilRules(quorum, quorumMembers, agreement, confidence, counts, flatBand);
  }

  public CouncilRules flatBand(double strength) {
    return new CouncilRules(quorum, quorumMembers, agreement, confidence, flat, strength);
  }

  private static void requireShare(String key, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(key + " must be from 0 to 1, but was " + share);
    }
  }
}
