package quorate.domain.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CtrlCTest {
  @Test
  void isIgnoredWhereLinuxSaysSo() {
    assertThat(CtrlC.isIgnored("Name:\tjava\nSigIgn:\t0000000000000006\nSigCgt:\t0\n")).isTrue();
    assertThat(CtrlC.isIgnored("Name:\tjava\nSigIgn:\tffffffffffffffff\n")).isTrue();
    assertThat(CtrlC.isIgnored("SigBlk:\t0000000000000002\nSigIgn:\t0000000000000005\n")).isFalse();
    assertThat(CtrlC.isIgnored("no Linux")).isFalse();
  }
}
