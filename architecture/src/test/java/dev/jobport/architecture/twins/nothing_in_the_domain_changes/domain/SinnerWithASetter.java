package dev.jobport.architecture.twins.nothing_in_the_domain_changes.domain;

final class SinnerWithASetter {
    private String status;

    void setStatus(String status) {
        this.status = status;
    }

    String status() {
        return status;
    }
}
