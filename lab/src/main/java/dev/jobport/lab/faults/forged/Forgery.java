package dev.jobport.lab.faults.forged;

import dev.jobport.lab.faults.Fault;

/** A fault that makes an answer up. */
abstract class Forgery extends Fault {

    Forgery(String id) {
        super(id);
    }

    @Override
    protected final boolean isForged() {
        return true;
    }
}
