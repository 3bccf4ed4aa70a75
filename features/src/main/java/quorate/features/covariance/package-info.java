/// Covariance matrices of many assets' returns: estimators from the sample to shrinkage, a form
/// that streams, and the repair of matrices that are not positive definite. Allocation takes their
/// result.
@NullMarked
package quorate.features.covariance;

import org.jspecify.annotations.NullMarked;
