/* Interface of template sources: where the pictures or features come from that an inspected picture
 * is matched with. A plugin is a shared library that exports costfilter_template_source(). It needs
 * this header and nothing else of the program. docs/plugins.md shows one from first line to last.
 *
 * Licence: this header may be used in plugins under any licence.
 */
#ifndef COSTFILTER_TEMPLATE_SOURCE_H
#define COSTFILTER_TEMPLATE_SOURCE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when anything below changes. A plugin of another version is refused with a sentence. */
#define COSTFILTER_TEMPLATE_SOURCE_VERSION 1u

/* 8-bit picture: height rows of width pixels of blue, green, red, without gaps. */
typedef struct cf_picture {
    const uint8_t *bgr;
    int32_t width, height;
} cf_picture;

/* The picture that templates are wanted for. Valid during the call. Texts are UTF-8. */
typedef struct cf_query {
    /* Absolute path; "" when it is no file. In training: the normal picture that the query was made
     * from. */
    const char *file;
    const char *category;
    cf_picture picture; /* what is inspected: in training with a synthetic defect, or none */
    int32_t training;   /* 1 in training, else 0 */
    uint64_t seed;      /* equal for equal queries: for choices by chance */
} cf_query;

/* With what a source answers, in one call of templates(): pictures or features, not both. Data is
 * copied. All templates of one source have the same number for each query. */
typedef struct cf_answer {
    void *host; /* first argument of all functions */
    /* Any size; the program brings it to that of its network and takes the features. */
    void (*add_picture)(void *host, cf_picture picture);
    /* One layer of one template: float32 [channels, height, width], channels as the backbone's.
     * Templates one after the other, each with its layers from 0. */
    void (*add_features)(void *host, int32_t layer, const float *values, int32_t channels,
                         int32_t height, int32_t width);
    /* There are none for this query: it is matched with normal pictures, and the reason is shown
     * once. */
    void (*decline)(void *host, const char *reason);
    /* Ends the training or scoring with this sentence. */
    void (*fail)(void *host, const char *reason);
    /* Normal pictures that the query may be matched with, most alike first. Neither itself nor those
     * put aside for validation are among them. A picture is valid until the call ends. */
    int32_t (*normal_count)(void *host);
    cf_picture (*normal)(void *host, int32_t index);
} cf_answer;

/* What a source may ask while it opens. */
typedef struct cf_opening {
    void *host;
    /* The value of --source-option NAME=VALUE; NULL when it was not given. */
    const char *(*option)(void *host, const char *name);
    const char *(*data_folder)(void *host); /* of the data set; "" when there is none */
    int32_t (*template_count)(void *host);  /* N */
    void (*fail)(void *host, const char *reason);
} cf_opening;

/* One option, for the help. */
typedef struct cf_option {
    const char *name, *help;
} cf_option;

typedef struct cf_template_source {
    uint32_t version;         /* COSTFILTER_TEMPLATE_SOURCE_VERSION */
    const char *name;         /* as in --templates: lower case letters, digits and '-' */
    const char *title;        /* for people, a few words */
    const char *description;  /* one sentence */
    const cf_option *options; /* ended by one whose name is NULL; NULL = none */
    /* NULL after opening->fail(). */
    void *(*open)(const cf_opening *opening);
    /* Never called by two threads at once. */
    void (*templates)(void *self, const cf_query *query, const cf_answer *answer);
    void (*close)(void *self);
} cf_template_source;

#if defined(_WIN32)
#define COSTFILTER_EXPORT __declspec(dllexport)
#else
#define COSTFILTER_EXPORT __attribute__((visibility("default")))
#endif

/* The one function that a plugin exports. What it returns lives as long as the library. */
COSTFILTER_EXPORT const cf_template_source *costfilter_template_source(void);

#ifdef __cplusplus
}
#endif

#endif
