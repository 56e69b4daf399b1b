/** What the contracts of all ports share: a clock that a test moves, values of which no two are alike, and how they are printed. */
package dev.jobport.contracts;
