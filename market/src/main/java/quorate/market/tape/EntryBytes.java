package quorate.market.tape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import quorate.domain.Currency;
import quorate.domain.Money;

/// The bytes of one entry while it is put together, little-endian, one field after the other.
///
/// A plain array and a cursor: a bar and a mark of equity pass here at every bar, and a buffer's
/// own bookkeeping for each field was a third of their cost. A field beyond the end throws
/// [IndexOutOfBoundsException].
final class EntryBytes {
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle SHORT = view(short[].class);
  private static final int MAX_TEXT_BYTES = 4096;

  private final byte[] bytes;
  private int at;
  private Currency lastCurrency = Currency.USD;
  private long lastLetters = letters(Currency.USD);

  EntryBytes(int capacity) {
    bytes = new byte[capacity + Long.BYTES];
  }

  private static VarHandle view(Class<?> of) {
    return MethodHandles.byteArrayViewVarHandle(of, ByteOrder.LITTLE_ENDIAN);
  }

  /// Begins an entry, leaving room for its header.
  void begin(int headerBytes) {
    at = headerBytes;
  }

  EntryBytes putByte(int value) {
    bytes[at++] = (byte) value;
    return this;
  }

  EntryBytes putShort(int value) {
    SHORT.set(bytes, at, (short) value);
    at += Short.BYTES;
    return this;
  }

  EntryBytes putInt(int value) {
    INT.set(bytes, at, value);
    at += Integer.BYTES;
    return this;
  }

  EntryBytes putLong(long value) {
    LONG.set(bytes, at, value);
    at += Long.BYTES;
    return this;
  }

  EntryBytes putDouble(double value) {
    return putLong(Double.doubleToRawLongBits(value));
  }

  /// Units and the code's letters, the first lowest, in one word each.
  @SuppressWarnings("ReferenceEquality") // the same object most of the time; another is looked at
  EntryBytes putMoney(Money money) {
    if (money.currency() != lastCurrency) {
      lastCurrency = money.currency();
      lastLetters = letters(lastCurrency);
    }
    return putLong(money.units()).putLong(lastLetters);
  }

  private static long letters(Currency currency) {
    String code = currency.code();
    long letters = 0;
    for (int i = 0; i < code.length(); i++) {
      letters |= (long) code.charAt(i) << (8 * i);
    }
    return letters;
  }

  EntryBytes putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int length = utf8.length;
    if (length > MAX_TEXT_BYTES) {
      length = MAX_TEXT_BYTES;
      while ((utf8[length] & 0xC0) == 0x80) {
        length--;
      }
    }
    putShort(length);
    System.arraycopy(utf8, 0, bytes, at, length);
    at += length;
    return this;
  }

  /// Fills the last word with zeros.
  ///
  /// @return the entry's length in bytes, at most a word above the capacity
  int finishWord() {
    LONG.set(bytes, at, 0L);
    at = (at + Long.BYTES - 1) & -Long.BYTES;
    return at;
  }

  void setLong(int place, long value) {
    LONG.set(bytes, place, value);
  }

  byte[] array() {
    return bytes;
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
