@NullMarked
package jp.tsunagu.portal.ledger;

import org.jspecify.annotations.NullMarked;
