@NullMarked
package jp.tsunagu.portal.audit;

import org.jspecify.annotations.NullMarked;
