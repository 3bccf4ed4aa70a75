package quorate.learning.learner;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A part of an algorithm's settings that is named where one of its settings is: the `weight` of
/// `conservatism` is `conservatism.weight`. Settings of other parts go by their own names alone.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prefixed {}
