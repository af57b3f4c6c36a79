/* A template source to start from: the tested picture itself, blurred, as if a network had
 * reconstructed it without its defect. Plain C, and nothing but the one header:
 *
 *     cc -shared -fPIC -I <folder with costfilter/template_source.h> -o blurred.so blurred.c
 *
 * Put blurred.so into ~/.local/share/costfilter/plugins (or a folder of $COSTFILTER_PLUGINS);
 * `costfilter plugins` then shows it, and `costfilter train --templates blurred` uses it. */
#include <costfilter/template_source.h>

#include <stdlib.h>
#include <string.h>

static const cf_option kOptions[] = {{"radius", "Pixels at each side, 1 to 64; 6 when not given"},
                                     {NULL, NULL}};

typedef struct {
    int radius;
} blurred;

static void *open_source(const cf_opening *opening)
{
    const char *given = opening->option(opening->host, "radius");
    blurred *self = malloc(sizeof *self);
    if (!self) {
        opening->fail(opening->host, "there is no memory");
        return NULL;
    }
    self->radius = given ? atoi(given) : 6;
    if (self->radius < 1 || self->radius > 64) {
        opening->fail(opening->host, "its option radius is a number from 1 to 64");
        free(self);
        return NULL;
    }
    return self;
}

/* Mean over 2 * radius + 1 values with `step` bytes between them; the edge is repeated. */
static void blur_line(const uint8_t *from, uint8_t *to, int count, int step, int radius)
{
    for (int i = 0; i < count; ++i) {
        int sum = 0;
        for (int k = i - radius; k <= i + radius; ++k)
            sum += from[(k < 0 ? 0 : k >= count ? count - 1 : k) * step];
        to[i * step] = (uint8_t)(sum / (2 * radius + 1));
    }
}

static void make_templates(void *self, const cf_query *query, const cf_answer *answer)
{
    const cf_picture in = query->picture;
    const int radius = ((blurred *)self)->radius;
    const size_t bytes = (size_t)in.width * (size_t)in.height * 3;
    uint8_t *rows = malloc(bytes);
    uint8_t *out = malloc(bytes);
    if (rows && out) {
        const cf_picture made = {out, in.width, in.height};
        for (int y = 0; y < in.height; ++y)
            for (int c = 0; c < 3; ++c)
                blur_line(in.bgr + (size_t)y * (size_t)in.width * 3 + c,
                          rows + (size_t)y * (size_t)in.width * 3 + c, in.width, 3, radius);
        for (int x = 0; x < in.width * 3; ++x)
            blur_line(rows + x, out + x, in.height, in.width * 3, radius);
        answer->add_picture(answer->host, made);
    } else {
        answer->fail(answer->host, "there is no memory");
    }
    free(rows);
    free(out);
}

static void close_source(void *self)
{
    free(self);
}

const cf_template_source *costfilter_template_source(void)
{
    static const cf_template_source source = {
        COSTFILTER_TEMPLATE_SOURCE_VERSION,
        "blurred",
        "Blurred picture",
        "The tested picture itself, blurred: the smallest template source there is.",
        kOptions,
        open_source,
        make_templates,
        close_source,
    };
    return &source;
}
