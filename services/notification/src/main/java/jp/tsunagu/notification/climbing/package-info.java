/**
 * What nobody reads does not stay with nobody: the deputy is told, then the manager, then the secretariat, until somebody
 * acknowledges it or the matter itself has moved. A timeout ends nothing.
 */
@NullMarked
package jp.tsunagu.notification.climbing;

import org.jspecify.annotations.NullMarked;
